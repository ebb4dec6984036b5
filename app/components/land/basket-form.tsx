import { Form } from '@remix-run/react'
import { Button } from '~/components/kit/button'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

interface BasketFormProps {
  code: string
  act: 'add' | 'remove'
  /** Names the plot on the button, where several stand together. */
  named?: boolean
}

/** Puts a plot into the basket or takes it out: a plain form, so that kept pages are the same for everybody. */
export function BasketForm({ code, act, named }: BasketFormProps) {
  const { t } = useTranslation('plot')
  const href = useHref()
  return (
    <Form method="post" action={href('/basket')} className="no-print">
      <input type="hidden" name="plot" value={code} />
      <Button kind={act === 'add' ? 'outline' : 'quiet'} name="act" value={act}>
        {t(act === 'add' ? 'basket.add' : 'basket.remove')}
        <span className={named ? undefined : 'sr-only'}> {code}</span>
      </Button>
    </Form>
  )
}
