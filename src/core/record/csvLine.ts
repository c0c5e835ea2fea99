/** What spreadsheets take for the beginning of a formula. */
const beginsFormula = /^[=+\-@\t\r]/;
const needsQuotes = /[",\r\n]/;

/**
 * A line of CSV as RFC 4180 describes it, without the line break that ends it. Text that a spreadsheet would evaluate gets an
 * apostrophe before it: what logs say is written by strangers.
 */
export function csvLine(cells: readonly string[]): string {
  return cells.map(csvCell).join(',');
}

function csvCell(text: string): string {
  const inert = beginsFormula.test(text) ? `'${text}` : text;
  return needsQuotes.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
