/** Answers by name, so many of them: what was put in first is forgotten first. */
export class Kept<T> {
  readonly #answers = new Map<string, T>()

  constructor(readonly most: number) {}

  /** The answer of a name, worked out when it is first asked. */
  get(name: string, work: () => T): T {
    let answer = this.#answers.get(name)
    if (answer === undefined) {
      answer = work()
      const [oldest] = this.#answers.keys()
      if (this.#answers.size >= this.most && oldest !== undefined) this.#answers.delete(oldest)
      this.#answers.set(name, answer)
    }
    return answer
  }
}
