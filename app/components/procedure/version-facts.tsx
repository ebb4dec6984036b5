import { Link } from '@remix-run/react'
import { Facts } from '~/components/kit/facts'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import type { ProcedureVersion, TimeLimit } from '~/domain/procedure/version'
import type { Text } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'
import { LimitText } from './limit-text'
import { SourcedText } from './sourced-text'

interface VersionFactsProps {
  version: ProcedureVersion
  /** Planned with where nothing is published. */
  assumedLimit: TimeLimit | null
  names: readonly { code: string; name: Text }[]
}

function VersionLimit({ version, assumedLimit }: Omit<VersionFactsProps, 'names'>) {
  const { t } = useTranslation('procedure')
  const { timeLimit, fallback, timeLimitKind } = version
  const unsure = version.limitAssumed === true || version.timeLimitStatus === 'needs_verification'
  const instead = timeLimit ? null : (fallback ?? assumedLimit)
  return (
    <>
      <LimitText limit={timeLimit ?? instead} assumed={instead !== null || unsure} />
      {fallback && !timeLimit ? <small className="block text-ink-soft">{t('limit.former')}</small> : null}
      {instead || unsure ? <small className="block text-ink-soft">{t('limit.assumedHelp')}</small> : null}
      {timeLimitKind ? <small className="block text-ink-soft">{t(`limit.kind.${timeLimitKind}`)}</small> : null}
    </>
  )
}

function Procedures({ codes, names }: { codes: readonly string[]; names: VersionFactsProps['names'] }) {
  const href = useHref()
  return (
    <ul>
      {codes.map((code) => {
        const found = names.find((named) => named.code === code)
        return (
          <li key={code}>
            {found ? (
              <Link to={href(`/procedures/${code}`)}>
                <SourcedText text={found.name} mark={false} />
              </Link>
            ) : (
              code
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** What a version says, line by line. */
export function VersionFacts({ version, assumedLimit, names }: VersionFactsProps) {
  const { t } = useTranslation('procedure')
  const text = (value: Text | null | undefined) => (value ? <SourcedText text={value} /> : null)
  const sourced = version.confidence === 'sourced'
  return (
    <Facts
      items={[
        { label: t('detail.agency'), value: <SourcedText text={version.agency} /> },
        { label: t('detail.limit'), value: <VersionLimit version={version} assumedLimit={assumedLimit} /> },
        {
          label: t('detail.variants'),
          value: version.variants ? (
            <ul>
              {version.variants.map((variant) => (
                <li key={variant.when}>
                  <SourcedText text={variant.label} mark={false} />: <LimitText limit={variant} />
                </li>
              ))}
            </ul>
          ) : null,
        },
        { label: t('detail.basis'), value: <span lang="vi">{version.legalBasis}</span> },
        { label: t('detail.condition'), value: text(version.condition) },
        {
          label: t('detail.dependsOn'),
          value:
            version.dependsOn.length > 0 ? (
              <>
                <Procedures codes={version.dependsOn} names={names} />
                {version.dependsOnMode ? (
                  <small className="text-ink-soft">{t(`mode.${version.dependsOnMode}`)}</small>
                ) : null}
              </>
            ) : null,
        },
        {
          label: t('detail.replaces'),
          value: version.replaces ? <Procedures codes={version.replaces} names={names} /> : null,
        },
        { label: t('detail.result'), value: text(version.result) },
        { label: t('detail.recurrence'), value: text(version.recurrence) },
        { label: t('detail.fee'), value: text(version.fee) },
        { label: t('detail.tthc'), value: version.tthcCode },
        { label: t('detail.appliesTo'), value: version.appliesTo.map((who) => t(`role.${ROLE_OF[who]}`)).join(' · ') },
        { label: t('detail.zones'), value: version.zoneKinds.map((kind) => t(`zoneKind.${kind}`)).join(' · ') },
        { label: t('detail.notes'), value: text(version.notes) },
        { label: t('detail.source'), value: <span lang="vi">{version.source}</span> },
        {
          label: t('detail.confidence'),
          value: (
            <StatusTag tone={sourced ? 'pine' : 'amber'}>{t(`confidence.${version.confidence}` as never)}</StatusTag>
          ),
        },
      ]}
    />
  )
}

const ROLE_OF = { secondary_investor: 'tenant', cluster_developer: 'developer' } as const
