"""Set up and run the project on a fresh machine: ``python3 dev.py sample`` or ``python3 dev.py test``.

Only the standard library is used, so that this runs before anything is installed. A second run sets nothing up again.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")

# What the tests use as officers and readers would: Debian's packages, each with a file that it brings.
CLIENTS = {
    "libreoffice-calc": "/usr/bin/localc",
    "libreoffice-writer": "/usr/bin/lowriter",
    "python3-uno": "/usr/lib/python3/dist-packages/uno.py",
    "fonts-liberation": "/usr/share/fonts/truetype/liberation",
    "chromium": "/usr/bin/chromium",
    "default-jre-headless": "/usr/bin/java",
    "poppler-utils": "/usr/bin/pdftoppm",
}

USAGE = """\
python3 dev.py sample    set up, and build the sample quarter into output/
python3 dev.py test      set up, and run all tests
python3 dev.py wheel     make dist/council_scorecard-*.whl, and try it alone: a quarter from init to close
python3 dev.py wheels    make dist/wheels, with all that it needs, for computers without a network
python3 dev.py clients   install what the tests need from the system (Debian and Ubuntu, as root or with sudo)
"""


def main(arguments: list[str]) -> int:
    """Do what was asked for; the exit code is that of what was run."""
    match arguments:
        case ["sample"]:
            install("")
            return run(BIN / "scorecard", "build")
        case ["test", *options]:
            install("test")
            install_clients()
            return checks() or run(PYTHON, "-m", "pytest", "-n", "auto", *options)
        case ["wheel"]:
            install("")
            return wheel(ROOT / "dist", "--no-deps", ".") or run(PYTHON, "-m", "tools.try_wheel", *new_wheels())
        case ["wheels"]:
            install("")
            return wheel(ROOT / "dist" / "wheels", ".[pdf,language,holidays]")
        case ["clients"]:
            return install_clients()
        case _:
            print(USAGE)
            return 2


def checks() -> int:
    """Lint, format, types and the architecture, in that order; the first that fails ends it."""
    for command in (
        (PYTHON, "-m", "ruff", "check"),
        (PYTHON, "-m", "ruff", "format", "--check"),
        (PYTHON, "-m", "mypy"),
        (BIN / "lint-imports",),
    ):
        failed = run(*command)
        if failed:
            return failed
    return 0


def install(extra: str) -> None:
    """Make .venv with the pinned packages, unless it has them; the stamp holds what was asked for."""
    if sys.version_info < (3, 11):  # noqa: UP036, this file is what tells people so
        sys.exit(f"Python 3.11 or newer is needed; this is {platform.python_version()}.")
    wanted = hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in ("pyproject.toml", "constraints.txt")))
    stamp = VENV / f"installed{'-' + extra if extra else ''}"
    done = {path.read_text() for path in VENV.glob("installed*") if path == stamp or path.name == "installed-test"}
    if wanted.hexdigest() in done:
        return
    if not PYTHON.exists():
        print("Setting up .venv", flush=True)
        make_environment()
    what = f".[{extra}]" if extra else "."
    subprocess.run(
        [
            *(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
            *("--constraint", "constraints.txt", "--editable", what),
        ],
        cwd=ROOT,
        check=True,
    )
    # pip compiles what it installs, but not what it links to.
    subprocess.run([PYTHON, "-m", "compileall", "-q", "generator"], cwd=ROOT, check=False)
    stamp.write_text(wanted.hexdigest())


def wheel(folder: Path, *what: str) -> int:
    """Make wheels in a folder, which is emptied of those before."""
    for path in folder.glob("*.whl"):
        path.unlink()
    quiet = ("--quiet", "--disable-pip-version-check")
    return run(PYTHON, "-m", "pip", "wheel", *quiet, "--constraint", "constraints.txt", "--wheel-dir", folder, *what)


def new_wheels() -> list[Path]:
    """The wheel that was made."""
    return list((ROOT / "dist").glob("*.whl"))


def make_environment() -> None:
    """Make .venv. Debian's Python comes without what that needs."""
    try:
        venv.create(VENV, with_pip=True)
    except (subprocess.CalledProcessError, ImportError):
        shutil.rmtree(VENV, ignore_errors=True)
        sys.exit("This Python cannot make virtual environments. On Debian or Ubuntu: apt-get install python3-venv")


def install_clients() -> int:
    """Install the programs the tests drive, where the system lets us; where not, those tests say they were skipped."""
    missing = [package for package, file in CLIENTS.items() if not Path(file).exists()]
    if not missing or not shutil.which("apt-get"):
        return 0
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    sudo = [] if root else ["sudo", "-n"]
    if not root and not shutil.which("sudo"):
        return 0
    print(f"Installing {', '.join(missing)}", flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *missing]):
        done = subprocess.run([*sudo, "apt-get", "--quiet", *command], check=False, **quiet)  # type: ignore[call-overload]
        if done.returncode:
            print("That did not work; the tests that need them will say that they were skipped.", flush=True)
            return int(done.returncode)
    return 0


def run(*command: str | Path) -> int:
    """Run a command in the repository."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
