import { Link } from '@remix-run/react'
import { Button } from '~/components/kit/button'
import { Form } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
import type { Need } from '~/domain/match/need'
import { useTranslation } from '~/locales/use-translation'

interface KeepMatchProps {
  need: Need
  /** The organisations the person may write for; null for a visitor, who is asked to sign in on the way. */
  organizations: readonly { id: string; name: string }[] | null
}

/** Keeps the shortlist as evidence, by one press where it is clear for whom, or saves the need to be told of new land. */
export function KeepMatch({ need, organizations }: KeepMatchProps) {
  const { t } = useTranslation('match')
  const href = useHref()
  if (organizations?.length === 0) return null
  const text = JSON.stringify(need)
  const search = new URLSearchParams({ need: text })
  const [only, another] = organizations ?? []
  return (
    <div className="actions no-print mb-3">
      {only && !another ? (
        <Form action={href('/my/runs/new')} reloadDocument>
          <input type="hidden" name="need" value={text} />
          <input type="hidden" name="organizationId" value={only.id} />
          <Button kind="outline">{t('keep')}</Button>
        </Form>
      ) : (
        <Link to={`${href('/my/runs/new')}?${search}`} reloadDocument className="button button-outline" rel="nofollow">
          {t('keep')}
        </Link>
      )}
      <Link to={`${href('/my/needs/new')}?${search}`} reloadDocument rel="nofollow">
        {t('save')}
      </Link>
    </div>
  )
}
