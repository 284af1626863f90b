/**
 * Words in Latin letters (four in a row or more) that Chinese pages may show outside names and identifiers, each with the reason.
 * At most sixty: names and standards that Chinese administrators write so; anything else gets translated.
 * Read by the catalogue check and by the journeys in Chinese.
 */
export const latinWords: Readonly<Record<string, string>> = {
  oVirt: 'name of the product',
  Keycloak: 'name of a product',
  Apache: 'name in the licence',
  OpenSSH: 'name of a file format',
  Gluster: 'name of a product',
  GlusterFS: 'name of a product',
  libvirt: 'name of a product',
  librbd: 'name of a package',
  SPICE: 'name of a protocol',
  ACPI: 'standard, written so in Chinese',
  UEFI: 'standard, written so in Chinese',
  BIOS: 'standard, written so in Chinese',
  IOMMU: 'abbreviation that Chinese portals keep',
  FIPS: 'standard, written so in Chinese',
  FQDN: 'abbreviation that Chinese portals keep',
  vCPU: 'abbreviation that Chinese portals keep',
  vNIC: 'abbreviation that Chinese portals keep',
  Ctrl: 'label on the keyboard',
  kbit: 'unit',
  Mbit: 'unit',
  Gbit: 'unit',
  admin: 'user name to type',
  internal: 'profile name to type',
  internalsso: 'profile name to type',
  ovirt: 'part of a user name to type',
}
