import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

interface OfficeNotesProps {
  number: string
  mayWrite: boolean
  notes: { id: string; text: string; by: string | null; at: string }[]
}

/** Notes only the office reads. */
export function OfficeNotes({ number, mayWrite, notes }: OfficeNotesProps) {
  const { t } = useTranslation('case')
  const { instant } = useFormat()
  const href = useHref()
  return (
    <Card
      title={t('office.case.notes')}
      aside={
        mayWrite ? (
          <ButtonLink kind="quiet" to={href(`/office/cases/${number}/note`)}>
            {t('office.case.writeNote')}
          </ButtonLink>
        ) : null
      }
    >
      {notes.length === 0 ? <p className="text-sm text-ink-soft">{t('office.case.noNotes')}</p> : null}
      <ul className="grid gap-2">
        {notes.map((note) => (
          <li key={note.id}>
            <p className="whitespace-pre-line">{note.text}</p>
            <p className="text-sm text-ink-soft">
              {t('office.case.byAt', { by: note.by ?? t('office.case.erased'), at: instant(note.at) })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
