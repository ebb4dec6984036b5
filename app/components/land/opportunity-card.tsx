import { Link } from '@remix-run/react'
import { useRegisters } from '~/components/interest/use-registers'
import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import type { ZoneKind } from '~/domain/land/catalogue'
import type { ToConfirm } from '~/domain/land/opportunity'
import type { ZoneStatus } from '~/domain/land/readiness'
import { useTranslation } from '~/locales/use-translation'
import { useAsOf } from './use-as-of'
import { ZoneTags } from './zone-tags'

interface OpportunityCardProps {
  zone: {
    code: string
    name: string
    kind: ZoneKind
    status: ZoneStatus
    statusAsOf: string | null
    confidence: 'sourced' | 'uncertain'
    areaM2: number | null
    communes: readonly string[]
    formerDistrict: string | null
    sectors: readonly string[]
    sources: readonly string[]
    notes: string | null
    toConfirm: readonly ToConfirm[]
  }
}

/** One call for an infrastructure developer: what is known and by whom, what is not, and what can be done. */
export function OpportunityCard({ zone }: OpportunityCardProps) {
  const { t } = useTranslation('opportunity')
  const { t: land } = useTranslation('land')
  const { hectares } = useFormat()
  const href = useHref()
  const registers = useRegisters()
  const asOf = useAsOf()
  return (
    <Card title={<Link to={href(`/zones/${zone.code}`)}>{zone.name}</Link>}>
      <p className="land-tags mb-2 text-sm text-ink-soft">
        <span>{land(`zoneKind.${zone.kind}`)}</span>
        <ZoneTags status={zone.status} statusAsOf={zone.statusAsOf} confidence={zone.confidence} />
      </p>
      <Facts
        items={[
          { label: land('fact.area'), value: zone.areaM2 === null ? land('unknown') : hectares(zone.areaM2) },
          {
            label: land('fact.communes'),
            value: (
              <>
                {zone.communes.join(', ')}
                {zone.formerDistrict ? (
                  <span className="hint block">{land('zone.formerDistrict', { name: zone.formerDistrict })}</span>
                ) : null}
              </>
            ),
          },
          { label: land('fact.sectors'), value: zone.sectors.join(land('listSeparator')) || land('unknown') },
          { label: t('notes'), value: zone.notes },
          {
            label: t('toConfirm'),
            value:
              zone.toConfirm.length === 0 ? null : (
                <ul className="m-0 list-disc pl-4">
                  {zone.toConfirm.map((key) => (
                    <li key={key}>{t(`confirm.${key}`)}</li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
      <p className="source-line">
        {land('source.line', { sources: zone.sources.join('; ') })}{' '}
        {zone.statusAsOf ? land('source.asOf', { asOf: asOf(zone.statusAsOf) }) : null}
      </p>
      <p className="actions no-print">
        {registers ? <ButtonLink to={href(`/my/interests/new?zone=${zone.code}`)}>{t('register')}</ButtonLink> : null}
        <ButtonLink kind="outline" to={href(`/enquiry?zone=${zone.code}`)}>
          {land('action.ask')}
        </ButtonLink>
      </p>
    </Card>
  )
}
