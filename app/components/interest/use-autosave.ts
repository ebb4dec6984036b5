import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { FormAnswer } from '~/forms/answer'
import { typedValues } from '~/forms/check'
import { differingFields } from '~/forms/interest'

/** What stands kept where somebody else was faster. */
export interface KeptElsewhere {
  version: number
  at: string
  by: string | null
  typed: Record<string, string>
}

type Answered =
  | ({ saved: true; wrong: string[] } & Pick<KeptElsewhere, 'version' | 'at'>)
  | ({ saved: false } & KeptElsewhere)

export type Saving =
  | { state: 'idle' | 'waiting' | 'saving' | 'offline' }
  | { state: 'saved'; at: string; wrong: string[] }
  | { state: 'conflict'; mine: FormAnswer['values']; theirs: KeptElsewhere }
  /** It cannot be saved any more: signed out, sent, or gone. */
  | { state: 'stopped'; status: number }

const PAUSE_MS = 1200
const AGAIN_MS = 5000

/**
 * Saves a form a moment after each change, one save at a time, each on the version the one before gave. Where another
 * device changed other fields only, takes those and goes on; where it changed what was changed here, stops and shows both.
 */
export function useAutosave(about: {
  url: string
  version: number
  typed: Record<string, string>
  /** The form shows what is kept, not what a refused one sent. */
  fresh: boolean
}) {
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const [version, setVersion] = useState(about.version)
  const known = useRef({ version: about.version, typed: about.typed as FormAnswer['values'] })
  const form = useRef<HTMLFormElement | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const running = useRef<Promise<void> | null>(null)
  const dirty = useRef(false)

  const know = useCallback((seen: { version: number; typed: FormAnswer['values'] }) => {
    known.current = seen
    setVersion(seen.version)
  }, [])

  const save = useCallback(
    async (leaving = false): Promise<void> => {
      clearTimeout(timer.current)
      const element = form.current
      if (!element) return
      if (running.current) {
        await running.current
        if (!dirty.current) return
      }
      dirty.current = false
      const typed = typedValues(new FormData(element))
      const work = send(about.url, typed, known.current.version, leaving)
      running.current = work.then(
        () => {},
        () => {},
      )
      setSaving({ state: 'saving' })
      try {
        const answer = await work
        running.current = null
        if (typeof answer === 'number') setSaving({ state: 'stopped', status: answer })
        else if (answer.saved) {
          know({ version: answer.version, typed })
          setSaving({ state: 'saved', at: answer.at, wrong: answer.wrong })
          if (dirty.current) timer.current = setTimeout(() => void save(), PAUSE_MS)
        } else {
          const here = differingFields(known.current.typed, typed)
          const there = differingFields(known.current.typed, answer.typed)
          for (const field of there) if (!here.includes(field)) writeField(element, field, answer.typed[field] ?? '')
          const mine = typedValues(new FormData(element))
          if (here.some((field) => there.includes(field) && differingFields(mine, answer.typed).includes(field))) {
            setSaving({ state: 'conflict', mine, theirs: answer })
          } else {
            know({ version: answer.version, typed: answer.typed })
            await save()
          }
        }
      } catch {
        running.current = null
        dirty.current = true
        setSaving({ state: 'offline' })
        timer.current = setTimeout(() => void save(), AGAIN_MS)
      }
    },
    [about.url, know],
  )

  const onInput = useCallback(
    (event: FormEvent<HTMLElement>) => {
      form.current = (event.target as HTMLInputElement).form ?? form.current
      dirty.current = true
      setSaving((now) => {
        if (now.state === 'conflict' || now.state === 'stopped') return now
        clearTimeout(timer.current)
        timer.current = setTimeout(() => void save(), PAUSE_MS)
        return { state: 'waiting' }
      })
    },
    [save],
  )

  /** Before the form is posted by its button: what is on its way arrives first, so that it does not meet itself. */
  const onSubmit = useCallback((event: FormEvent<HTMLElement>) => {
    clearTimeout(timer.current)
    dirty.current = false
    const pending = running.current
    if (!pending) return
    event.preventDefault()
    const element = event.target as HTMLFormElement
    void pending.then(() => {
      // Not by rendering: the form is posted before the next one.
      const field = element.elements.namedItem('version')
      if (field instanceof HTMLInputElement) field.value = String(known.current.version)
      element.requestSubmit()
    })
  }, [])

  /** Keeps what is typed here over what was kept elsewhere, as the person decided. */
  const keepMine = useCallback(
    (theirs: KeptElsewhere) => {
      know({ version: theirs.version, typed: theirs.typed })
      dirty.current = true
      void save()
    },
    [know, save],
  )

  /** The form as it came: what was typed before scripts were there is saved too. */
  const attach = useCallback(
    (element: HTMLElement | null) => {
      form.current ??= element?.querySelector('form') ?? null
      if (!form.current) return
      const typed = typedValues(new FormData(form.current))
      if (about.fresh && differingFields(typed, known.current.typed).length > 0) {
        dirty.current = true
        timer.current = setTimeout(() => void save(), PAUSE_MS)
      }
    },
    [about.fresh, save],
  )

  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden' && dirty.current) void save(true)
    }
    const back = () => {
      if (dirty.current) void save()
    }
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('online', back)
    return () => {
      clearTimeout(timer.current)
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('online', back)
    }
  }, [save])

  return { saving, version, attach, onInput, onSubmit, keepMine }
}

function writeField(form: HTMLFormElement, name: string, text: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = text === field.value
  else if (
    field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
  )
    field.value = text
}

/** The answer, or the status of a refusal after which saving is no use. Throws where nothing answered. */
async function send(
  url: string,
  typed: FormAnswer['values'],
  version: number,
  leaving: boolean,
): Promise<Answered | number> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...typed, version: String(version) })) body.append(name, String(value))
  const answer = await fetch(url, { method: 'POST', body, keepalive: leaving })
  if (answer.ok || answer.status === 409) {
    const told = (await answer.json()) as Answered | { code: string }
    return 'saved' in told ? told : answer.status
  }
  if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status))
  return answer.status
}
