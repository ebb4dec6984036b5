import type { i18n, Namespace, TFunction } from 'i18next'
import { useContext } from 'react'
import { I18nContext } from 'react-i18next'

const translators = new WeakMap<i18n, Map<string, TFunction>>()

/** A sentence without values is looked up once: a list of fifty rows asks for the same ones fifty times. */
function makeTranslator(instance: i18n, namespace: Namespace): TFunction {
  const fixed = instance.getFixedT(instance.language, namespace)
  const known = new Map<string, unknown>()
  const translate = (key: string, values?: unknown) => {
    if (values !== undefined) return (fixed as unknown as (key: string, values: unknown) => unknown)(key, values)
    let sentence = known.get(key)
    if (sentence === undefined) {
      sentence = (fixed as unknown as (key: string) => unknown)(key)
      known.set(key, sentence)
    }
    return sentence
  }
  return translate as TFunction
}

/**
 * The sentences of a namespace in the page's language. A page never changes its language while it lives, so this
 * subscribes to nothing: react-i18next's own hook builds a wrapper for each use, a fifth of a list's rendering time.
 */
export function useTranslation<N extends Namespace>(namespace: N): { t: TFunction<N>; i18n: i18n } {
  const { i18n: instance } = useContext(I18nContext) as { i18n: i18n }
  let ofInstance = translators.get(instance)
  if (!ofInstance) {
    ofInstance = new Map()
    translators.set(instance, ofInstance)
  }
  const name = String(namespace)
  let t = ofInstance.get(name)
  if (!t) {
    t = makeTranslator(instance, namespace)
    ofInstance.set(name, t)
  }
  return { t: t as unknown as TFunction<N>, i18n: instance }
}
