import { Link } from '@remix-run/react'
import { CheckboxesField } from '~/components/kit/field'
import { useHref, useLang } from '~/components/kit/use-lang'
import { type Text, textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'

/** What an officer looks at besides the papers. */
const ELIGIBILITY = ['party', 'sector', 'market', 'plot', 'utilities', 'environment'] as const

interface CheckFieldsProps {
  /** The papers the procedure asks for; null where none is in force. */
  dossier: { procedure: string; papers: { key: string; text: Text; required: boolean }[] } | null
  documents: { id: string; fileName: string; kind: string }[]
}

/** The checklist of a dossier: its papers by the procedure in force, then eligibility. Both post to one list. */
export function CheckFields({ dossier, documents }: CheckFieldsProps) {
  const { t } = useTranslation('case')
  const lang = useLang()
  const href = useHref()
  const papers = dossier?.papers ?? []
  const items = [
    ...papers.map(({ key, text, required }) => ({
      value: key,
      label: textIn(text, lang),
      hint: required ? undefined : t('office.form.optionalPaper'),
    })),
    ...ELIGIBILITY.map((key) => ({ value: key, label: t(`office.form.check.${key}`) })),
  ]
  return (
    <>
      <input type="hidden" name="of" value={items.length} />
      {documents.length > 0 ? (
        <ul className="mb-4 text-sm">
          {documents.map((document) => (
            <li key={document.id}>
              <Link to={href(`/files/${document.id}`)} reloadDocument>
                {document.fileName}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      <CheckboxesField
        name="checked[]"
        label={t('office.form.checked')}
        hint={dossier ? t('office.form.dossier', { procedure: dossier.procedure }) : undefined}
        choices={items}
      />
    </>
  )
}
