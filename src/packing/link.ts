/** Fills `{month}` and `{audience}` of the link in the settings: where a packet lies that is too large to travel. */
export function linkTo(template: string, month: string, audience: string): string {
  return template
    .replaceAll('{month}', encodeURIComponent(month))
    .replaceAll('{audience}', encodeURIComponent(audience));
}
