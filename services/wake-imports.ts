/** The runner of this process, and the word that it may begin, where it has to wait for one. The parts of the site are
 * bundled apart from each other, so that what a process has once hangs on the process itself. */
export const ofProcess = globalThis as { faduImports?: { wake(): void }; faduMayImport?: Promise<void> }

/** Says that there is something new to read; without a runner in this process another one finds it. */
export function wakeImports(): void {
  ofProcess.faduImports?.wake()
}
