import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '~/locales/use-translation'

/** In this browser alone: letters are somebody's screen reader, or a cat's. */
const OFF = 'cm-keys-off'
const HELP = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['x', 'mark'],
  ['a', 'assign'],
  ['/', 'search'],
  ['?', 'help'],
] as const

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || isTextInput(target))
const isTextInput = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.rows-by-key [data-row]')]
const rowOf = (element: Element | null): Element | null => element?.closest('.rows-by-key tr') ?? null

/** The case at hand is the row that has the focus: Enter opens its link without any help of ours. */
function go(step: 1 | -1): void {
  const all = rows()
  const here = rowOf(document.activeElement)
  const at = all.findIndex((link) => rowOf(link) === here)
  const next = at === -1 ? (step === 1 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))
  all[next]?.focus()
  all[next]?.scrollIntoView({ block: 'nearest' })
}

const ACTIONS: Record<string, () => void> = {
  j: () => go(1),
  k: () => go(-1),
  x: () => rowOf(document.activeElement)?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click(),
  a: () => document.querySelector<HTMLButtonElement>('.rows-by-key .actions button')?.click(),
  '/': () => document.querySelector<HTMLInputElement>('input[type=search]')?.focus(),
}

/** The keys of the inbox and their help. Nothing happens in fields, with a modifier, or where they were turned off. */
export function InboxKeys() {
  const { t } = useTranslation('inbox')
  const dialog = useRef<HTMLDialogElement>(null)
  const [off, setOff] = useState<boolean | null>(null)
  useEffect(() => setOff(localStorage.getItem(OFF) === 'yes'), [])
  useEffect(() => {
    if (off === null) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || dialog.current?.open) return
      if (off && event.key !== '?') return
      const action = event.key === '?' ? () => dialog.current?.showModal() : ACTIONS[event.key]
      if (!action) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [off])
  const turn = (next: boolean) => {
    localStorage.setItem(OFF, next ? 'yes' : 'no')
    setOff(next)
  }
  // With scripts off there are no keys to tell of.
  if (off === null) return null
  return (
    <>
      <button
        type="button"
        className="cursor-pointer border-0 bg-transparent p-0 text-sm text-ink-soft max-sm:hidden print:hidden"
        onClick={() => dialog.current?.showModal()}
      >
        {off ? t('keys.on') : t('keys.hint')}
      </button>
      <dialog ref={dialog} className="card m-auto max-w-md" aria-labelledby="keys-title">
        <h2 id="keys-title">{t('keys.title')}</h2>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
          {HELP.map(([key, what]) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="rounded border border-line bg-sunk px-2 py-0.5">{key}</kbd>
              </dt>
              <dd className="m-0">{t(`keys.${what}`)}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-sm text-ink-soft">{t('keys.note')}</p>
        <label className="choice mt-2">
          <input type="checkbox" checked={off} onChange={(event) => turn(event.currentTarget.checked)} />
          <span>{t('keys.off')}</span>
        </label>
        <form method="dialog" className="actions mt-4">
          <button type="submit" className="button button-outline">
            {t('keys.close')}
          </button>
        </form>
      </dialog>
    </>
  )
}
