"""Keys that lie between keys: fractional indexing in base 62, as docs/protocol.md describes it."""
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def between(before, after):
    """A key between two keys of which the first is the smaller; None stands for the end of the row."""
    if before is None and after is None:
        return "a0"
    if before is None:
        whole, fraction = parted(after)
        return whole if fraction else neighbour(whole, -1)
    whole, fraction = parted(before)
    if after is not None and parted(after)[0] == whole:
        return whole + middle(fraction, parted(after)[1])
    following = neighbour(whole, 1)
    return following if after is None or following < after else whole + middle(fraction, "")


def width(head):
    """How many digits follow the first letter: one after a and Z, two after b and Y, and so on."""
    return ord(head) - 96 if head >= "a" else 91 - ord(head)


def parted(key):
    size = 1 + width(key[0])
    return key[:size], key[size:]


def neighbour(whole, by):
    """The integer part one higher (by = 1) or lower (by = -1)."""
    number = by
    for place, digit in enumerate(reversed(whole[1:])):
        number += DIGITS.index(digit) * 62**place
    head, size = whole[0], width(whole[0])
    if not 0 <= number < 62**size:  # one digit more or less, all of them 0 or all of them z
        head = {"Z1": "a", "a-1": "Z"}.get(f"{head}{by}") or chr(ord(head) + by)
        size = width(head)
        number = 0 if by > 0 else 62**size - 1
    return head + "".join(DIGITS[number // 62**place % 62] for place in reversed(range(size)))


def middle(low, high):
    """A fraction between two fractions; an empty `high` stands for 1."""
    if high and (low[:1] or "0") == high[0]:
        return high[0] + middle(low[1:], high[1:])
    first = DIGITS.index(low[0]) if low else 0
    last = DIGITS.index(high[0]) if high else 62
    if last - first > 1:
        return DIGITS[(first + last) // 2]
    if len(high) > 1:
        return high[0]
    return DIGITS[first] + middle(low[1:], "")
