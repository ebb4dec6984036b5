import { AreaField } from '~/components/kit/area-field'
import { Button } from '~/components/kit/button'
import { DayField } from '~/components/kit/day-field'
import { Details } from '~/components/kit/details'
import { SelectField, TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
import { ZONE_KINDS, type ZoneKind } from '~/domain/land/catalogue'
import { PLOT_SORTS } from '~/domain/land/plot-order'
import { COMMERCIAL_STATES, RUNGS } from '~/domain/land/readiness'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'

interface CatalogueFilterProps {
  answer: FormAnswer
  zones: readonly { code: string; name: string; kind: ZoneKind }[]
  sectors: readonly { slug: string; name: string }[]
}

const MORE = ['kind', 'readiness', 'commercial', 'minPowerKva', 'minWaterM3PerDay', 'minAreaM2', 'maxAreaM2']

/** The catalogue's filters: plain controls of one GET form, the seldom ones folded away. */
export function CatalogueFilter({ answer, zones, sectors }: CatalogueFilterProps) {
  const { t } = useTranslation('land')
  const { t: common } = useTranslation('common')
  const href = useHref()
  const opened = MORE.some((name) => answer.values[name])
  const labels = {
    q: common('form.search'),
    zone: t('filter.zone'),
    minAreaHa: t('filter.minArea'),
    maxAreaHa: t('filter.maxArea'),
    minAreaM2: t('filter.minAreaM2'),
    maxAreaM2: t('filter.maxAreaM2'),
    readyBy: t('filter.readyBy'),
    sector: t('filter.sector'),
    maxPriceUsdPerM2: t('filter.maxPrice'),
    kind: t('filter.kind'),
    readiness: t('filter.readiness'),
    commercial: t('filter.commercial'),
    minPowerKva: t('filter.minPower'),
    minWaterM3PerDay: t('filter.minWater'),
    sort: t('filter.sort'),
    page: common('table.pages'),
  }
  return (
    <Form method="get" action={href('/plots')} reloadDocument role="search" answer={answer} labels={labels}>
      <div className="form-row catalogue-filter">
        <TextField name="q" label={labels.q} type="search" maxLength={200} className="filter-search" />
        <SelectField
          name="zone"
          label={labels.zone}
          blank={t('filter.allZones', { count: zones.length })}
          choices={zones.map((zone) => ({ value: zone.code, label: zone.name }))}
          className="filter-select"
        />
        <AreaField name="minAreaHa" label={labels.minAreaHa} />
        <AreaField name="maxAreaHa" label={labels.maxAreaHa} />
        <DayField name="readyBy" label={labels.readyBy} />
        <SelectField
          name="sector"
          label={labels.sector}
          blank={t('filter.anySector')}
          choices={sectors.map((sector) => ({ value: sector.slug, label: sector.name }))}
          className="filter-select"
        />
        <TextField
          name="maxPriceUsdPerM2"
          label={labels.maxPriceUsdPerM2}
          inputMode="decimal"
          width="short"
          maxLength={12}
          unit="USD/m²"
        />
        <Button>{common('form.filter')}</Button>
      </div>
      <Details summary={t('filter.more')} open={opened}>
        <div className="form-row">
          <SelectField
            name="kind"
            label={labels.kind}
            blank={t('filter.any')}
            choices={ZONE_KINDS.map((kind) => ({ value: kind, label: t(`zoneKind.${kind}`) }))}
            className="filter-select"
          />
          <SelectField
            name="readiness"
            label={labels.readiness}
            blank={t('filter.any')}
            choices={RUNGS.map((rung, index) => ({ value: rung, label: `${index + 1} ${t(`readiness.${rung}`)}` }))}
            className="filter-select"
          />
          <SelectField
            name="commercial"
            label={labels.commercial}
            blank={t('filter.any')}
            choices={COMMERCIAL_STATES.map((state) => ({ value: state, label: t(`commercial.${state}`) }))}
          />
          <TextField name="minPowerKva" label={labels.minPowerKva} inputMode="numeric" width="short" unit="kVA" />
          <TextField
            name="minWaterM3PerDay"
            label={labels.minWaterM3PerDay}
            inputMode="numeric"
            width="short"
            unit={t('filter.m3PerDay')}
          />
          <SelectField
            name="sort"
            label={labels.sort}
            blank={null}
            value="readyBy"
            choices={PLOT_SORTS.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
          />
          {['minAreaM2', 'maxAreaM2'].map((name) =>
            answer.values[name] ? (
              <TextField
                key={name}
                name={name}
                label={labels[name as 'minAreaM2']}
                inputMode="numeric"
                width="short"
                unit="m²"
              />
            ) : null,
          )}
        </div>
      </Details>
    </Form>
  )
}
