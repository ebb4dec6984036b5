import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Button } from '~/components/kit/button'
import { DaysLeft } from '~/components/kit/days-left'
import { Empty } from '~/components/kit/empty'
import { SelectField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import type { PageHandle } from '~/components/kit/page-handle'
import { Table } from '~/components/kit/table'
import { useHref, useLang } from '~/components/kit/use-lang'
import { StepHolder, StepTag, StepWhen } from '~/components/procedure/step-when'
import { hasRole } from '~/domain/party/permission'
import { textIn } from '~/domain/text'
import { STEP_SHOWS, stepFilter } from '~/forms/procedure'
import { readSearch, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { makeI18n } from '~/locales'
import { useTranslation } from '~/locales/use-translation'
import { stepList } from '~/queries/procedure/step-list.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const EMPTY = { running: 'noneRunning', ready: 'noneReady', ended: 'noneEnded' } as const

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'step.list')
  const { value, answer } = readSearch(args.request, stepFilter)
  const officer = hasRole(visit.actor, 'officer')
  const scope = value.scope ?? (officer ? 'mine' : 'all')
  const t = makeI18n(visit.lang).getFixedT(visit.lang, ['procedure', 'common'])
  return {
    lines: await stepList(visit.ctx, { show: value.show, mine: officer && scope === 'mine' }),
    show: value.show,
    scope,
    officer,
    answer,
    title: t('common:site.title', { page: t('list.title') }),
  }
}

export default function Steps() {
  const { lines, show, scope, officer, answer } = useLoaderData<typeof loader>()
  const { t } = useTranslation('procedure')
  const href = useHref()
  const lang = useLang()
  const filter = { ...answer, values: { show, scope, ...answer.values } }
  return (
    <>
      <h1>{t('list.title')}</h1>
      <Form method="get" action={href('/office/steps')} reloadDocument answer={filter} className="no-print mb-4">
        <div className="form-row items-end">
          <SelectField
            name="show"
            label={t('list.show')}
            blank={null}
            choices={STEP_SHOWS.map((key) => ({ value: key, label: t(`list.${key}`) }))}
          />
          {officer ? (
            <SelectField
              name="scope"
              label={t('list.scope')}
              blank={null}
              choices={(['mine', 'all'] as const).map((key) => ({ value: key, label: t(`list.${key}`) }))}
            />
          ) : null}
          <Button kind="outline">{t('filter.show')}</Button>
        </div>
      </Form>
      {lines.length === 0 ? (
        <Empty title={t('list.none')}>{t(`list.${EMPTY[show]}`)}</Empty>
      ) : (
        <Table
          caption={t('list.title')}
          captionHidden
          rows={lines}
          rowKey={(line) => line.id}
          columns={[
            {
              key: 'step',
              label: t('list.step'),
              heads: true,
              cell: (line) => (
                <span>
                  <Link to={href(`/office/steps/${line.id}`)}>{textIn(line.name, lang)}</Link>
                  <small className="block font-normal text-ink-soft">{line.code}</small>
                </span>
              ),
            },
            {
              key: 'case',
              label: t('list.case'),
              cell: (line) => <span className="whitespace-nowrap">{line.caseNumber}</span>,
            },
            { key: 'organization', label: t('list.organization'), cell: (line) => line.organization },
            {
              key: 'agency',
              label: t('column.agency'),
              cell: (line) => (line.holder ? <StepHolder step={line} /> : textIn(line.agency, lang)),
            },
            { key: 'state', label: t('step.state'), cell: (line) => <StepTag step={line} /> },
            {
              key: 'when',
              label: show === 'ready' ? t('list.planned') : t('list.due'),
              cell: (line) => <StepWhen step={line} />,
            },
            ...(show === 'running'
              ? [
                  {
                    key: 'left',
                    label: t('list.left'),
                    cell: (line: (typeof lines)[number]) => (
                      <DaysLeft
                        days={line.due?.remaining ?? null}
                        of={line.limit?.value ?? 1}
                        unit={line.limit?.unit}
                        paused={line.paused}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </>
  )
}
