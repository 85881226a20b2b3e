/** The runner of this process. The parts of the site are bundled apart from each other, so that what a process has once
 * hangs on the process itself. */
export const ofProcess = globalThis as { faduImports?: { wake(): void } }

/** Says that there is something new to read; without a runner in this process another one finds it. */
export function wakeImports(): void {
  ofProcess.faduImports?.wake()
}
