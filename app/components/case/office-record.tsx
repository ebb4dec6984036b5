import { Link } from '@remix-run/react'
import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import { ValidityTag } from '~/components/party/validity-tag'
import type { LetterKind } from '~/domain/case/letter'
import type { InterestForm } from '~/domain/interest/form'
import { type Text, textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'
import { AgentText, type CaseAgent } from './agent-text'
import { AcceptedMark, DocumentVersions, type VersionShown } from './document-versions'
import { LetterNumber } from './letter-fields'

export interface OfficeRecordData {
  head: { organization: string }
  agent: CaseAgent | null
  organization: { registration: string | null; address: string | null }
  form: Omit<InterestForm, 'landBy' | 'operationBy'> & { landBy: string; operationBy: string; sectorName: Text | null }
  zone: { name: Text }
  role: string
  submittedAt: string
  receivedDay: string | null
  officialCode: string | null
  documents: (VersionShown & {
    kind: string
    validUntil: string | null
    expired: boolean
    earlier: VersionShown[]
  })[]
  letters: {
    id: string
    kind: string
    code: string
    number: string | null
    officialCode: string | null
    issuedDay: string
  }[]
}

/** The left column of a case: what was submitted, its papers, the letters that left the house. */
export function OfficeRecord({ page }: { page: OfficeRecordData }) {
  const { t } = useTranslation('case')
  const { t: ofInterest } = useTranslation('interest')
  const { t: ofOpportunity } = useTranslation('opportunity')
  const { lang, day, hectares, instant, money, number } = useFormat()
  const { t: organizationWords } = useTranslation('organization')
  const { form, organization } = page
  return (
    <section className="card [overflow-wrap:anywhere]">
      <h2>{t('office.case.record')}</h2>
      <Facts
        items={[
          { label: t('office.case.organization'), value: page.head.organization },
          { label: organizationWords('agent.label'), value: page.agent && <AgentText agent={page.agent} /> },
          { label: t('office.case.registration'), value: organization.registration },
          { label: t('office.case.address'), value: organization.address },
          {
            label: ofOpportunity('case.role'),
            value: page.role === 'developer' ? ofOpportunity('case.developer') : null,
          },
          { label: t('office.case.project'), value: form.projectName },
          { label: t('office.case.summary'), value: form.summary },
          { label: t('office.case.sector'), value: form.sectorName && textIn(form.sectorName, lang) },
          { label: t('office.case.capital'), value: money(form.capitalAmount, form.capitalCurrency) },
          { label: t('office.case.zone'), value: textIn(page.zone.name, lang) },
          { label: t('office.case.area'), value: hectares(form.areaM2) },
          { label: t('office.case.workers'), value: form.workers === null ? null : number(form.workers) },
          {
            label: ofInterest('field.environmentGroup'),
            value: form.environmentGroup && ofInterest('environmentGroup', { group: form.environmentGroup }),
          },
          { label: t('office.case.landBy'), value: day(form.landBy) },
          { label: t('office.case.operationBy'), value: day(form.operationBy) },
          { label: t('office.case.construction'), value: t('office.case.days', { count: form.constructionDays }) },
          {
            label: t('office.case.contact'),
            value: [form.contactName, form.contactPhone, form.contactEmail].filter(Boolean).join(' · '),
          },
          { label: t('office.case.submittedAt'), value: instant(page.submittedAt) },
          { label: t('office.case.receivedDay'), value: page.receivedDay && day(page.receivedDay) },
          { label: t('office.case.officialCode'), value: page.officialCode },
        ]}
      />
      <Papers page={page} />
    </section>
  )
}

function Papers({ page: { documents, letters } }: { page: OfficeRecordData }) {
  const { t, i18n } = useTranslation('case')
  const { day } = useFormat()
  const href = useHref()
  const kindWord = (kind: string) => {
    const key = `office.document.${kind}`
    return (t as (key: string) => string)(i18n.exists(key, { ns: 'case' }) ? key : 'office.document.other')
  }
  return (
    <>
      <h3 className="mt-4">{t('office.case.documents')}</h3>
      {documents.length === 0 ? <p className="text-sm text-ink-soft">{t('office.case.noDocuments')}</p> : null}
      <ul className="grid gap-1 text-sm">
        {documents.map((document) => (
          <li key={document.id}>
            {document.earlier.length > 0 ? null : (
              <>
                <Link to={href(`/files/${document.id}`)} reloadDocument>
                  {document.fileName}
                </Link>{' '}
              </>
            )}
            <span className="text-ink-soft">{kindWord(document.kind)}</span>{' '}
            {document.validUntil ? <ValidityTag {...document} /> : null}
            {document.earlier.length > 0 ? (
              <DocumentVersions versions={[document, ...document.earlier]} />
            ) : (
              <AcceptedMark accepted={document.accepted} />
            )}
          </li>
        ))}
      </ul>
      <h3 className="mt-4">{t('office.case.letters')}</h3>
      {letters.length === 0 ? <p className="text-sm text-ink-soft">{t('office.case.noLetters')}</p> : null}
      <ul className="grid gap-1 text-sm">
        {letters.map((letter) => (
          <li key={letter.id}>
            <Link to={href(`/letters/${letter.id}`)} reloadDocument>
              {t(`letterKind.${letter.kind as LetterKind}`)}
            </Link>{' '}
            <span className="text-ink-soft">
              <LetterNumber letter={letter} />
              {day(letter.issuedDay)} · {t('office.case.letterCode', { code: letter.code })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
