import { Link } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { RadioField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { RefusalText } from '~/components/kit/refusal-text'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import type { RefusalCode } from '~/domain/refusal'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'

interface StartInterestProps {
  wish: {
    zone: { code: string; name: string }
    role: 'tenant' | 'developer'
    plots: { code: string; areaM2: number; readyByLatest: string | null; illustrative: boolean }[]
    whyNot: RefusalCode | null
    organizations: { id: string; name: string }[]
    run: { code: string; day: string } | null
    drafts: { id: string; organizationName: string; updatedAt: string }[]
  }
  answer: FormAnswer | undefined
}

/** What the interest would be about, for whom, and the button that begins it. */
export function StartInterest({ wish, answer }: StartInterestProps) {
  const { t } = useTranslation('interest')
  const href = useHref()
  const { instant, day } = useFormat()
  const { zone, role, plots, whyNot, organizations, drafts, run } = wish
  const { t: ofDraft } = useTranslation('draft')
  const question = plots[0] ? `/enquiry?plot=${plots[0].code}` : `/enquiry?zone=${zone.code}`
  const ask = (
    <ButtonLink to={href(question)} kind="quiet">
      {t('start.ask')}
    </ButtonLink>
  )
  return (
    <>
      <Land zone={zone} role={role} plots={plots} />
      {run ? (
        <NoticeBanner tone="pine">
          <Link to={href(`/my/runs/${run.code}`)}>{ofDraft('run.from', { day: day(run.day) })}</Link>{' '}
          {ofDraft('run.fromText')}
        </NoticeBanner>
      ) : null}
      {drafts.length > 0 ? (
        <Card title={t('start.drafts')} kind="anise">
          <ul className="grid gap-1">
            {drafts.map((draft) => (
              <li key={draft.id}>
                <Link to={href(`/my/interests/${draft.id}`)}>
                  {t('start.draftOf', { organization: draft.organizationName, when: instant(draft.updatedAt) })}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {whyNot ? (
        <NoticeBanner tone="amber">
          <p className="font-semibold">{t('start.notNow')}</p>
          <p>
            <RefusalText code={whyNot} />
          </p>
          {ask}
        </NoticeBanner>
      ) : organizations.length === 0 ? (
        <NoticeBanner tone="sky">{t('start.noOrganization')}</NoticeBanner>
      ) : (
        <Card>
          <Form className="form" answer={answer} labels={{ organizationId: t('start.organization') }}>
            <RadioField
              name="organizationId"
              label={t('start.organization')}
              value={organizations[0]?.id}
              choices={organizations.map(({ id, name }) => ({ value: id, label: name }))}
            />
            {plots.map(({ code }) => (
              <input key={code} type="hidden" name="plot" value={code} />
            ))}
            {run ? <input type="hidden" name="run" value={run.code} /> : null}
            {plots.length === 0 ? <input type="hidden" name="zone" value={zone.code} /> : null}
            <div className="form-row items-center">
              <Button>{t('start.send')}</Button>
              {ask}
            </div>
          </Form>
        </Card>
      )}
    </>
  )
}

function Land({ zone, role, plots }: Pick<StartInterestProps['wish'], 'zone' | 'role' | 'plots'>) {
  const { t } = useTranslation('interest')
  const href = useHref()
  const { hectares, day } = useFormat()
  return (
    <Card title={t(`start.${role}`)}>
      <p>
        <Link to={href(`/zones/${zone.code}`)}>{zone.name}</Link>
      </p>
      <ul>
        {plots.map((plot) => (
          <li key={plot.code} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link to={href(`/plots/${plot.code}`)} className="font-semibold">
              {plot.code}
            </Link>
            <span>{hectares(plot.areaM2)}</span>
            {plot.readyByLatest ? (
              <span className="text-ink-soft">{t('start.readyBy', { day: day(plot.readyByLatest) })}</span>
            ) : null}
            {plot.illustrative ? <StatusTag tone="neutral">{t('illustrative')}</StatusTag> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
