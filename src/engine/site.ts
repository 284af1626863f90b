/** What stands around the portal: `config.json` beside it, written by the gateway or by whoever installs the files. */
export interface Site {
  /** files come from our gateway, which relays consoles and images */
  readonly gateway: boolean
  /** the engine behind it is the embedded one */
  readonly demoEngine: boolean
  /** title of the product; empty: our own */
  readonly title: string
}

const nothingKnown: Site = { gateway: false, demoEngine: false, title: '' }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** In: the parsed file. Out: what we understand of it; anything else counts as absent. */
export const decodeSite = (file: unknown): Site => {
  if (!isObject(file)) return nothingKnown
  const branding = isObject(file['branding']) ? file['branding'] : {}
  return {
    gateway: file['gateway'] === true,
    demoEngine: file['demoEngine'] === true,
    title: typeof branding['title'] === 'string' ? branding['title'] : '',
  }
}

/** Reads the file below `base` (with slash at its end). Files without it are served by something that is not our gateway. */
export const readSite = async (base: string): Promise<Site> => {
  try {
    const response = await fetch(`${base}config.json`)
    return response.ok ? decodeSite(await response.json()) : nothingKnown
  } catch {
    return nothingKnown
  }
}

/**
 * How this page sends its requests. The engine answers a dead session with a Basic challenge (EnforceAuthFilter), for which a browser
 * opens its own password window unless it was told to send no credentials; our gateway leaves the challenge out.
 */
export const toFetch = ({ gateway }: Site) => (request: Request): Promise<Response> => fetch(request, { credentials: gateway ? 'same-origin' : 'omit' })
