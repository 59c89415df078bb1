/**
 * On screens: each section a sheet, wide tables scroll in their boxes, on a phone the sheet is the screen. Where the
 * second column sticks depends on the width of the first, a share of a table that is as wide as its box or wider.
 */
export const screenRules = `@media screen {
  html { scroll-padding-top: 3rem; }
  body { background: #E9ECEF; font-size: 1.125rem; }
  nav { padding: 0.6rem 1rem; font: 1rem/1.5 var(--heading-font); }
  nav ol { display: flex; flex-wrap: wrap; gap: 0.3rem 1.5rem; justify-content: center; padding: 0; list-style: none; }
  nav a { color: inherit; }
  section { max-width: 54rem; margin: 1rem auto; padding: 3rem 4rem; background: #FFFFFF; box-shadow: 0 1px 4px #00000040; }
  section[class$=landscape] { max-width: 100rem; padding: 2rem 1rem; }
  .banner { position: sticky; top: 0; z-index: 9; border: 2px solid var(--banner); background: #FFFFFF; }
  .table { --line: 1px; container-type: inline-size; max-height: calc(100vh - 4rem); overflow: auto; font-size: 0.85rem; }
  .table:focus-visible { outline: 2px solid var(--text); outline-offset: 2px; }
  table { --width: max(100cqw, var(--least)); min-width: var(--least); font-size: 0.85rem; }
  th, td { border-color: color-mix(in srgb, var(--rule) 45%, #FFFFFF); }
  thead { position: sticky; top: 0; z-index: 2; }
  .first, .second { position: sticky; left: 0; z-index: 1; }
  .second { left: calc(var(--width) * var(--first)); }
  .wide > div { position: sticky; left: calc(var(--width) * var(--leading) + 0.3em); width: fit-content; max-width: calc(100cqw - var(--width) * var(--leading) - 0.9em); }
  .wide.center > div { margin: 0 auto; }
}
@media screen and (max-width: 48rem) {
  body { background: #FFFFFF; font-size: 1.0625rem; }
  section, section[class$=landscape] { margin: 0; padding: 1rem; box-shadow: none; border-bottom: 0.5rem solid #E9ECEF; }
  .banner { font-size: 0.95rem; letter-spacing: 0; }
  h1 { font-size: 1.25em; }
  .body, .lead { text-align: left; }
  .table, table { font-size: 0.75rem; }
  .table { max-height: 80vh; }
  .annex-list { padding-left: 3em; }
}
`;
