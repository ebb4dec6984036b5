import { Link } from '@remix-run/react'
import { useHref, useLang } from '~/components/kit/use-lang'
import { PAPER_ANSWERS } from '~/domain/case/checklist'
import { type Text, textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'
import { ChecklistFields } from './checklist-fields'
import { useChecklistLabels } from './field-labels'

interface PaperChecklistProps {
  /** Null where no version of the procedure is in force. */
  checklist: {
    version: string
    lines: { key: string; text: Text; required: boolean; answer: string | null; note: string | null }[]
  } | null
  documents: { id: string; fileName: string; kind: string }[]
}

/** Names of the papers, by the fields of their lines. */
export function usePaperLabels(checklist: PaperChecklistProps['checklist']) {
  const lang = useLang()
  return useChecklistLabels((checklist?.lines ?? []).map(({ text }) => textIn(text, lang)))
}

/** The papers of the dossier by the procedure in force, beside the files that were handed in. */
export function PaperChecklist({ checklist, documents }: PaperChecklistProps) {
  const { t } = useTranslation('casework')
  const lang = useLang()
  const href = useHref()
  if (!checklist) return null
  return (
    <section className="grid gap-3">
      <h2 className="mb-0 text-base">{t('check.papers', { procedure: checklist.version })}</h2>
      <p className="hint">{t('check.papersHint')}</p>
      {documents.length > 0 ? (
        <ul className="grid gap-1 text-sm">
          {documents.map((document) => (
            <li key={document.id}>
              <Link to={href(`/files/${document.id}`)} reloadDocument>
                {document.fileName}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      <ChecklistFields
        choices={PAPER_ANSWERS.map((value) => ({ value, label: t(`check.paper.${value}`) }))}
        lines={checklist.lines.map(({ text, required, ...line }) => ({
          ...line,
          label: textIn(text, lang),
          hint: required ? undefined : t('check.optional'),
        }))}
      />
    </section>
  )
}
