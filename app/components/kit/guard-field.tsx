import type { FormAnswer } from '~/forms/answer'

interface GuardFieldProps {
  name?: string
  /** What stands there as the page was made. */
  value: string | number
  answer: FormAnswer | undefined
}

/**
 * What the person saw when the form was opened, so that a change in between is told apart. A form that came back for
 * another reason keeps what was seen first; only one that was told of the change goes on from what stands there now.
 */
export function GuardField({ name = 'version', value, answer }: GuardFieldProps) {
  const told = answer?.errors.some(({ code }) => code === 'conflict')
  const kept = told ? answer?.standing?.[name] : answer?.values[name]
  return <input type="hidden" name={name} value={typeof kept === 'string' ? kept : value} />
}
