/** The panels of the selected record's detail, in their order: the first is shown before the user has chosen. */
export const detailPanels = ['fields', 'names', 'source'] as const;

export type DetailPanel = (typeof detailPanels)[number];
