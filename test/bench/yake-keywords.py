"""yake-keywords.py TEXTS.jsonl N: papers a second on the first line, then {"id", "keywords"} for each line."""
import json, sys, time

import yake

papers = [json.loads(line) for line in open(sys.argv[1], encoding="utf8")]
extractor = yake.KeywordExtractor(lan="en", n=3, top=int(sys.argv[2]))
extractor.extract_keywords("Some words to warm up the extractor.")
start = time.perf_counter()
found = [extractor.extract_keywords(f"{paper['title']}. {paper['abstract']}") for paper in papers]
print(len(papers) / (time.perf_counter() - start))
for paper, keywords in zip(papers, found):
    print(json.dumps({"id": paper["id"], "keywords": [keyword for keyword, _ in keywords]}))
