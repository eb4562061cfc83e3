import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { GraphiQLOptions } from 'graphql-yoga';

// GraphiQL animates its tabs into place and forgets a shift when fonts load: pressing a tab then throws it aside, so that
// the click lands beside it and the tab opens only at the second try.
const STEADY_TABS = '<style>.graphiql-tab { transform: none !important; }</style>';

/** The GraphiQL page, self-contained: its scripts and styles come from the package and not from a CDN. */
export function renderPlayground(options?: GraphiQLOptions): string {
  return renderGraphiQL(options).replace('</head>', `${STEADY_TABS}</head>`);
}
