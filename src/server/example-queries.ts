/** Queries that return data on the sample papers: the playground shows each in a tab. */
export const exampleQueries = [
  `# A paper with its topics, organisations and code. Press the play button, or Ctrl-Enter.
query Paper {
  paper(by: { title: "Attention Is All You Need" }) {
    title
    publishedOn
    arxivId
    topics(first: 5) {
      edges {
        score
        evidence { text field start end }
        node { name paperCount }
      }
    }
    orgs { edges { node { name slug } } }
    repos { edges { source node { url owner } } }
  }
}
`,
  `# Which papers are related to this one by a shared topic or organisation, and why?
query RelatedPapers {
  paper(by: { title: "Direct Preference Optimization: Your Language Model is Secretly a Reward Model" }) {
    title
    related(by: [TOPIC, ORG], first: 5) {
      totalCount
      edges {
        score
        node { title publishedOn }
        reasons {
          signal
          contribution
          topics { weight topic { name } }
          orgs { weight org { name } }
        }
      }
    }
  }
}
`,
  `# What an organisation publishes, and what about.
query PapersOfAnOrg {
  org(slug: "openai") {
    name
    papers(first: 10) {
      totalCount
      edges { node { title publishedOn repos { edges { node { url } } } } }
      pageInfo { hasNextPage endCursor }
    }
    topics(first: 5) { edges { count node { name } } }
  }
}
`,
  `# A topic by any of its names, its papers, and the topics that occur together with it.
query TopicWithItsPapers {
  topic(name: "LLMs") {
    name
    aliases
    paperCount
    papers(first: 5) { edges { node { title publishedOn } } }
    coOccurring(first: 5) { edges { count node { name } } }
    related(first: 5) { edges { score paperCount node { name } } }
  }
}
`,
  `# Everything that has all of these words, in any form; "quotes" for phrases, pretrain* for how a word begins.
query Search {
  search(query: "language model pretrain*", first: 5) {
    totalCount
    correctedQuery
    edges {
      score
      highlights { field text matches { start end } }
      node { ... on Paper { title } ... on Topic { name } ... on Org { name } }
    }
  }
}
`,
  `# A filtered list with paging: copy endCursor into "after" for the next page.
query NewestWithCode {
  papers(
    filter: { topic: "instruction tuning", hasRepo: true, publishedSince: "2020-01-01" }
    orderBy: PUBLISHED_ON_DESC
    first: 5
  ) {
    totalCount
    edges { node { title publishedOn orgs { edges { node { name } } } } }
    facets { topics(first: 5) { count topic { name } } years { year count } }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  `# Which topics occur together: nodes with their clusters and places to draw, links with their measures and papers.
query CoOccurrence {
  coOccurrence(top: 30, minCount: 2, measure: ASSOCIATION_STRENGTH, clustering: { resolution: 1 }) {
    paperCount
    modularity
    nodes { index label occurrences weightedDegree pageRank meanPublishedOn cluster x y }
    links(first: 50) {
      source { index label }
      target { index label }
      count
      associationStrength
      npmi
      pValue
      papers(first: 2) { totalCount edges { node { title } } }
    }
    clusters(first: 10) { index label size centrality density quadrant }
  }
}
`,
];
