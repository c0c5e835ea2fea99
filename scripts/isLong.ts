/** Whether this is `npm run test:long`: a hundred times as many generated cases, and every suite in every VS Code. */
export const isLong = process.env['TEST_LONG'] === '1';
