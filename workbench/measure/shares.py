"""Shares, and how far a small number lets one trust them."""

from math import sqrt

import pandas as pd

from workbench.frame import make_frame, require_columns

#: The 97.5 % point of the standard normal distribution.
_Z = 1.959963984540054


def wilson_interval(n: int, n_total: int) -> tuple[float, float]:
    """Return the 95 % score interval of the share `n` / `n_total`.

    Raises
    ------
    ValueError
        `n_total` is not positive, or `n` lies outside 0 to `n_total`.

    References
    ----------
    Wilson (1927), Journal of the American Statistical Association 22(158), 209-212.

    Examples
    --------
    >>> [round(bound, 3) for bound in wilson_interval(2, 5)]
    [0.118, 0.769]
    """
    if not 0 <= n <= n_total or n_total == 0:
        message = f"{n} of {n_total} is not a share"
        raise ValueError(message)
    share, z2 = n / n_total, _Z**2
    centre = share + z2 / (2 * n_total)
    half = _Z * sqrt(share * (1 - share) / n_total + z2 / (4 * n_total**2))
    low, high = ((centre + side * half) / (1 + z2 / n_total) for side in (-1, 1))
    return (0.0 if n == 0 else low, 1.0 if n == n_total else high)


def with_shares(counts: pd.DataFrame, n_total: int) -> pd.DataFrame:
    """Return `counts` with the share of `n_total` that each row is, and its interval."""
    require_columns(counts, ("n",))
    if n_total == 0:
        empty = make_frame([], ("n_total", "share", "share_low", "share_high"))
        return pd.concat([counts, empty], axis=1)
    bounds = [wilson_interval(int(n), n_total) for n in counts["n"]]
    return counts.assign(
        n_total=n_total,
        share=counts["n"] / n_total,
        share_low=pd.Series([low for low, _ in bounds], index=counts.index, dtype="float64"),
        share_high=pd.Series([high for _, high in bounds], index=counts.index, dtype="float64"),
    )
