/** A command that cannot go on. `message` is printed as it is; `code` is the exit code: 1 refused, 2 wrong usage. */
export class CommandFailure extends Error {
  constructor(
    message: string,
    readonly code: 1 | 2,
  ) {
    super(message)
  }
}
