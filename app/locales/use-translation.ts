import type { i18n, Namespace, TFunction } from 'i18next'
import { useContext } from 'react'
import { I18nContext } from 'react-i18next'

const translators = new WeakMap<i18n, Map<string, TFunction>>()

type Look = (key: string, values?: unknown) => unknown
const KEPT_MAX = 4000
const KEPT_LENGTH_MAX = 200

/**
 * A sentence is put together once for the same values: a list of fifty rows asks for the same ones fifty times.
 * Bounded, because values are what people typed.
 */
function makeTranslator(instance: i18n, namespace: Namespace): TFunction {
  const look = instance.getFixedT(instance.language, namespace) as unknown as Look
  const kept = new Map<string, unknown>()
  const translate: Look = (key, values) => {
    const name = values === undefined ? key : `${key} ${JSON.stringify(values)}`
    let sentence = kept.get(name)
    if (sentence === undefined) {
      sentence = look(key, values)
      if (kept.size >= KEPT_MAX) kept.clear()
      if (name.length <= KEPT_LENGTH_MAX) kept.set(name, sentence)
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
