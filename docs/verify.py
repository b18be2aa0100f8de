"""Is this the text that was frozen? Checks a version offline, with nothing but Python 3:
    python3 verify.py <file with the canonical JSON> <SHA-256 that you trust>
"""
import hashlib, json, sys

def refuse(why):
    sys.exit(f"NOT the same: {why}.")

def members(pairs):  # sorted by UTF-16 units, as RFC 8785 asks
    if len({name for name, _ in pairs}) < len(pairs):
        refuse("the file says the same thing twice")
    return dict(sorted(pairs, key=lambda pair: pair[0].encode("utf-16-be")))

try:
    file, trusted = sys.argv[1], "".join(sys.argv[2:]).lower()
    version = json.loads(open(file, "rb").read().decode("utf-8-sig"), object_pairs_hook=members,
                         parse_float=lambda text: refuse(f"a version holds no number like {text}"))
    text = json.dumps(version, ensure_ascii=False, separators=(",", ":"))
    found = hashlib.sha256(text.encode("utf-8")).hexdigest()
except (IndexError, OSError, ValueError, RecursionError) as error:
    refuse(f"the file cannot be read ({error})")
if found != trusted:
    refuse(f"the text gives {found}, but {trusted or 'nothing'} is stated")
print(f"Unchanged: version {version['number']} of {version['paper']['symbol']} has the SHA-256 {found}.")
