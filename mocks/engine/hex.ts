/** Ids that the engine makes of names: the bytes of the name as hexadecimal digits. Source: HexUtils. */
export const hexOf = (text: string): string => [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
