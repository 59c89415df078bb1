/** Whether mails may go to an address, by the domains of the settings: `city.example` allows its own addresses and no other domain's, not those of `sub.city.example` either. */
export function inDomains(address: string, domains: readonly string[]): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return address.includes('@') && domains.some((allowed) => allowed.toLowerCase() === domain);
}
