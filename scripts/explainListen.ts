/** Why a server could not listen on `port` of `host`, in words that show the way out; Node's own name the system call. */
export function explainListen(error: unknown, port: number, host: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `Port ${port} of ${host} is taken: end the program that uses it or choose another with "-- --port N".`
  if (code === 'EACCES') return `This user may not listen on port ${port} of ${host}.`
  if (code === 'EADDRNOTAVAIL') return `${host} is no address of this machine.`
  return error instanceof Error ? error.message : String(error)
}
