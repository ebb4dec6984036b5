import { Card } from '~/components/kit/card'
import { Facts } from '~/components/kit/facts'
import { StatusTag } from '~/components/kit/status-tag'
import type { CommuneArea, IncentiveArea, IncentiveItem } from '~/domain/land/incentives'
import { useTranslation } from '~/locales/use-translation'

interface IncentivesProps {
  incentives: {
    area: IncentiveArea
    areaArticle: string
    lines: readonly { item: IncentiveItem; area: CommuneArea; article: string }[]
  }
}

/** What the law would give to investment here, item by item with its article: for information, never a promise. */
export function Incentives({ incentives: { area, areaArticle, lines } }: IncentivesProps) {
  const { t } = useTranslation('incentive')
  const article = (text: string) => <span className="hint block">{t('article', { text })}</span>
  return (
    <Card title={t('title')} aside={<StatusTag tone="neutral">{t('indicative')}</StatusTag>} id="incentives">
      <Facts
        items={[
          {
            label: t('areaTitle'),
            value: (
              <>
                {t(`area.${area.area}`)}
                <span className="hint block">{t(`basis.${area.basis}`)}</span>
                {article(areaArticle)}
              </>
            ),
          },
          ...lines.map((line) => ({
            label: t(`item.${line.item}`),
            value: (
              <>
                {t(`${line.item}.${line.area}`)}
                {line.item === 'cit' ? <span className="hint block">{t('citNote')}</span> : null}
                {line.item === 'land_rent' ? <span className="hint block">{t('rentNote')}</span> : null}
                {article(line.article)}
              </>
            ),
          })),
        ]}
      />
      <p className="source-line">{t('note')}</p>
    </Card>
  )
}
