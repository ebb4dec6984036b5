import { Link } from '@remix-run/react'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { CheckboxesField } from '~/components/kit/field'
import { Form, type KitFormProps } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
import { ValidityTag } from '~/components/party/validity-tag'
import { useTranslation } from '~/locales/use-translation'

interface KeptChoice {
  id: string
  kind: string
  fileName: string
  validUntil: string | null
  expired: boolean
  followed: boolean
}

interface KeptDocumentsProps extends Pick<KitFormProps, 'answer'> {
  interestId: string
  organizationId: string
  used: readonly KeptChoice[]
  others: readonly KeptChoice[]
}

/** Documents the organisation keeps once: those used in this draft with their validity, and the others to choose from. */
export function KeptDocuments({ interestId, organizationId, used, others, answer }: KeptDocumentsProps) {
  const { t } = useTranslation('organization')
  const href = useHref()
  const labels = { document: t('use.choose') }
  return (
    <Card title={t('use.title')} id="kept">
      {used.length > 0 ? (
        <ul className="mb-4 grid gap-2">
          {used.map((document) => (
            <li key={document.id} className="flex flex-wrap gap-x-3">
              <a href={href(`/files/${document.id}`)}>{document.fileName}</a>
              <ValidityTag {...document} />
              {document.followed ? <span className="text-sm text-ink-soft">{t('use.followed')}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {used.some(({ expired }) => expired) ? <p className="mb-4 text-brick">{t('use.expiredText')}</p> : null}
      {others.length > 0 ? (
        <Form
          className="form"
          action={href(`/my/interests/${interestId}/documents/use`)}
          answer={answer}
          labels={labels}
        >
          <CheckboxesField
            name="document"
            label={labels.document}
            choices={others.map((document) => ({
              value: document.id,
              label: document.fileName,
              hint: <ValidityTag {...document} />,
              disabled: document.expired,
            }))}
          />
          <Button kind="outline" className="justify-self-start">
            {t('use.send')}
          </Button>
        </Form>
      ) : null}
      <p className="mt-3 text-sm">
        <Link to={href(`/my/organization/${organizationId}/documents`)}>{t('use.all')}</Link>
      </p>
    </Card>
  )
}
