/** What a format file of a user's own needs at least: the doors of an invented product. */
export const doorFormat = {
  id: 'doorLog',
  title: 'Door log',
  documentation: 'https://contoso.example/door-log',
  detection: [{ path: 'badge', weight: 10 }],
  time: ['at'],
  operation: ['act'],
};
