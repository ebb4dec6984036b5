import { Link } from '@remix-run/react'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Form } from '~/components/kit/form'
import { formatInstant, useFormat } from '~/components/kit/format'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import type { FormAnswer } from '~/forms/answer'
import { differingFields } from '~/forms/interest'
import { useTranslation } from '~/locales/use-translation'
import { type KeptElsewhere, type Saving, useAutosave } from './use-autosave'
import { useInterestLabels } from './use-labels'

interface SavingFormProps {
  id: string
  version: number
  /** The kept draft as it would be typed. */
  typed: Record<string, string>
  saved: { at: string; by: string | null }
  mayWrite: boolean
  answer: FormAnswer | undefined
  children: ReactNode
}

/**
 * The form of a draft. It saves itself while somebody types; without scripts its button saves. What was kept elsewhere
 * meanwhile is shown beside what is typed here, and the person chooses.
 */
export function SavingForm({ id, version, typed, saved, mayWrite, answer, children }: SavingFormProps) {
  const { t } = useTranslation('interest')
  const href = useHref()
  const labels = useInterestLabels()
  const draft = useAutosave({ url: href(`/my/interests/${id}/autosave`), version, typed, fresh: !answer && mayWrite })
  const { saving } = draft
  // A posted form that met a newer version comes back with what was typed; the loader has read the newer one since.
  const refused = answer?.errors.some(({ code }) => code === 'conflict')
  const conflict =
    saving.state === 'conflict'
      ? { mine: saving.mine, theirs: saving.theirs }
      : refused && answer
        ? { mine: answer.values, theirs: { version, typed, ...saved } }
        : null
  const shown = conflict ? (
    <Conflict id={id} {...conflict} onKeep={saving.state === 'conflict' ? () => draft.keepMine(saving.theirs) : null} />
  ) : null
  return (
    <div className="contents" ref={draft.attach} onInput={draft.onInput} onSubmitCapture={draft.onSubmit}>
      <Form
        className="grid gap-5"
        answer={refused && answer ? { ...answer, errors: [] } : answer}
        defaults={typed}
        labels={labels}
      >
        {refused ? shown : null}
        <input
          type="hidden"
          name="version"
          value={conflict ? conflict.theirs.version : Math.max(version, draft.version)}
        />
        <fieldset disabled={!mayWrite} className="contents">
          {children}
        </fieldset>
        {refused ? null : shown}
        {mayWrite ? (
          <div className="saving-bar">
            <Button>{t('form.save')}</Button>
            <SavedLine saving={saving} saved={saved} />
          </div>
        ) : null}
      </Form>
    </div>
  )
}

/** Hours and minutes in Vietnam's time. */
const clockTime = (at: string): string => formatInstant(at, 'vi').slice(-5)

function SavedLine({ saving, saved }: { saving: Saving; saved: SavingFormProps['saved'] }) {
  const { t } = useTranslation('draft')
  const { t: ofInterest } = useTranslation('interest')
  const { instant } = useFormat()
  const labels = useInterestLabels()
  const [live, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  const wrong =
    saving.state === 'saved' ? saving.wrong.map((field) => labels[field as keyof typeof labels] ?? field) : []
  return (
    <div className="grid gap-0.5">
      <p
        role="status"
        className={saving.state === 'offline' || saving.state === 'stopped' ? 'text-brick' : 'font-medium'}
      >
        {saving.state === 'saved'
          ? wrong.length > 0
            ? t('saved.butNot', { time: clockTime(saving.at), fields: wrong.join(', ') })
            : t('saved.at', { time: clockTime(saving.at) })
          : saving.state === 'saving' || saving.state === 'waiting'
            ? t('saved.saving')
            : saving.state === 'offline'
              ? t('saved.offline')
              : saving.state === 'stopped'
                ? t(saving.status === 401 ? 'saved.signedOut' : 'saved.stopped')
                : saving.state === 'conflict'
                  ? t('conflict.title')
                  : saved.by
                    ? t('saved.lastBy', { at: instant(saved.at), by: saved.by })
                    : t('saved.last', { at: instant(saved.at) })}
      </p>
      <p className="hint m-0">{live ? t('saved.hint') : ofInterest('form.saveHint')}</p>
    </div>
  )
}

function Conflict({
  id,
  mine,
  theirs,
  onKeep,
}: {
  id: string
  mine: FormAnswer['values']
  theirs: KeptElsewhere
  onKeep: (() => void) | null
}) {
  const { t } = useTranslation('draft')
  const { instant } = useFormat()
  const href = useHref()
  const labels = useInterestLabels()
  const fields = differingFields(mine, theirs.typed)
  const shown = (typed: FormAnswer['values'], field: string) => {
    const text = String(typed[field] ?? '').trim()
    if (text === '') return <span className="text-ink-soft">{t('conflict.blank')}</span>
    return <span className="[overflow-wrap:anywhere]">{text}</span>
  }
  return (
    <Card kind="asks" title={t('conflict.title')} id="conflict">
      <p>{t('conflict.text', { at: instant(theirs.at), by: theirs.by ?? '–' })}</p>
      {fields.length === 0 ? (
        <p className="mt-2">{t('conflict.same')}</p>
      ) : (
        <Table
          plain
          captionHidden
          caption={t('conflict.title')}
          rows={fields}
          rowKey={(field) => field}
          columns={[
            { key: 'field', label: t('conflict.field'), cell: (field) => labels[field], heads: true },
            { key: 'here', label: t('conflict.here'), cell: (field) => shown(mine, field) },
            { key: 'there', label: t('conflict.there'), cell: (field) => shown(theirs.typed, field) },
          ]}
        />
      )}
      <div className="actions">
        {onKeep ? (
          <Button type="button" onClick={onKeep}>
            {t('conflict.keepMine')}
          </Button>
        ) : (
          <Button>{t('conflict.keepMine')}</Button>
        )}
        <Link to={href(`/my/interests/${id}`)} reloadDocument className="button button-outline">
          {t('conflict.takeTheirs')}
        </Link>
      </div>
    </Card>
  )
}
