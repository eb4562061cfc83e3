// The topics that each given canonical key is an alias of, such as "llm" of "large language model".
MATCH (t:Topic)
UNWIND t.aliasKeys AS aliasKey
WITH t, aliasKey
WHERE aliasKey IN $aliasKeys
RETURN aliasKey, t.key AS topicKey
