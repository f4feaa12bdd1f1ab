import ts from 'typescript'
import { everyNode, importsOf, parse, place, type Sources } from './sources'

const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
  'label',
])
const stamp = /^[A-Z]{2,4}-\d+$/

/** What must not stand in a page or a component: literal text, style attributes, all texts in the browser. */
export function markupFaults(sources: Sources): string[] {
  return [...sources].flatMap(([file, text]) => {
    const source = parse(file, text)
    const faults: string[] = []
    const say = (node: ts.Node, why: string) => faults.push(`${place(source, node)}: ${why}`)
    everyNode(source, (node) => {
      if (ts.isJsxText(node) && hasWords(node.text)) say(node, `literal text "${node.text.trim()}"`)
      if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && node.expression)
        for (const words of literals(node.expression)) say(node, `literal text "${words}"`)
      if (ts.isJsxAttribute(node)) attribute(node, say)
    })
    return [...faults, ...browserFaults(file, text, source)]
  })
}

function attribute(node: ts.JsxAttribute, say: (node: ts.Node, why: string) => void): void {
  const name = node.name.getText()
  if (name === 'style') say(node, 'a style attribute, which the content security policy refuses')
  if (!spoken.has(name) || !node.initializer) return
  const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer
  for (const words of value ? literals(value) : []) say(node, `literal ${name} "${words}"`)
}

/** Words that an expression would show as they stand: strings, templates, either side of a condition. */
function literals(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return hasWords(node.text) ? [node.text] : []
  if (ts.isTemplateExpression(node)) {
    const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)]
    return parts.filter(hasWords)
  }
  if (ts.isParenthesizedExpression(node)) return literals(node.expression)
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)]
  if (ts.isBinaryExpression(node)) {
    const joins = [ts.SyntaxKind.PlusToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken]
    if (joins.includes(node.operatorToken.kind)) return [...literals(node.left), ...literals(node.right)]
    return node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ? literals(node.right) : []
  }
  return []
}

/** A stamped number is the same in every language. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text) && !stamp.test(text.trim())
}

/** Texts stay on the server: a client file is handed its words (`lib/i18n/index.ts` would bring all of them along). */
function browserFaults(file: string, text: string, source: ts.SourceFile): string[] {
  const first = source.statements[0]
  const client =
    first && ts.isExpressionStatement(first) && first.expression.getText(source).slice(1, -1) === 'use client'
  if (!client) return []
  return importsOf(file, text)
    .filter(
      ({ typeOnly, target }) =>
        !typeOnly &&
        /^(next-intl|use-intl|lib\/i18n)(\/index|\/translator|\/messages|\/messages\/index)?$/.test(target),
    )
    .map((entry) => `${entry.place}: brings every text into the browser`)
}
