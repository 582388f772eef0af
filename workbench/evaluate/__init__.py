"""Evaluate: records against gold, with every miss."""

from workbench.evaluate.facts import Comparison, Fact, Miss, Score
from workbench.evaluate.run import SetScores, evaluate_gold
from workbench.evaluate.table import misses_list, scores_json, scores_table

__all__ = [
    "Comparison",
    "Fact",
    "Miss",
    "Score",
    "SetScores",
    "evaluate_gold",
    "misses_list",
    "scores_json",
    "scores_table",
]
