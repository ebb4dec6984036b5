import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { withoutTold } from '~/components/case/case-form-page'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Form } from '~/components/kit/form'
import { GuardField } from '~/components/kit/guard-field'
import { useHref } from '~/components/kit/use-lang'
import { ZONE_KINDS, type ZoneKind } from '~/domain/land/catalogue'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import { useDivisionLabels } from './division-fields'
import { SettingConflict } from './setting-changes'

const isZoneKind = (value: string): value is ZoneKind => ZONE_KINDS.includes(value as ZoneKind)

interface DivisionPageProps {
  title: string
  send: string
  danger?: boolean
  /** Why it cannot be sent now. */
  whyNot?: string | null
  answer: FormAnswer | undefined
  /** Of the division that is changed; a new one has none. */
  version?: number
  children: ReactNode
}

/** A page with one form about a division; giving up leads back to all of them. */
export function DivisionPage(props: DivisionPageProps) {
  const { title, send, danger, whyNot, answer, version, children } = props
  const { t } = useTranslation(['setting', 'common'])
  const { t: land } = useTranslation('land')
  const labels = useDivisionLabels()
  const href = useHref()
  const back = href('/office/settings/divisions')
  return (
    <>
      <p className="mb-1 text-sm">
        <Link to={back}>← {t('title.divisions')}</Link>
      </p>
      <h1>{title}</h1>
      <Card>
        <SettingConflict
          answer={answer}
          labels={labels}
          say={(field, value) => (field === 'zoneKinds' && isZoneKind(value) ? land(`zoneKind.${value}`) : undefined)}
        />
        <Form answer={withoutTold(answer)} labels={labels} className="max-w-xl">
          {version === undefined ? null : <GuardField value={version} answer={answer} />}
          <div className="grid gap-4">{children}</div>
          <div className="actions mt-4">
            <Button kind={danger ? 'danger' : 'main'} whyNot={whyNot}>
              {send}
            </Button>
            <ButtonLink kind="quiet" to={back}>
              {t('common:form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </>
  )
}
