/** The build gives the text of an SVG file that is imported. */
declare module '*.svg' {
  const text: string;
  export default text;
}
