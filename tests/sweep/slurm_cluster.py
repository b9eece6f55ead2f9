# SPDX-License-Identifier: GPL-3.0-or-later
"""A Slurm of one node on this machine, as any user: munged, slurmctld and slurmd on ports of their own,
all state in a folder, no systemd, no cgroups."""
import getpass
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

PROGRAMS = ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel", "scontrol", "sinfo"]
PATH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])
PATIENCE = 60  # seconds for what takes one or two
ARRAY_MAX = 20
# Finished jobs are forgotten after 2 s, so that squeue knows them no more while a sweep waits. The
# credentials' short life is also how long a job that is queued again waits.
CONFIGURATION = """\
ClusterName=banlie
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={controller}
SlurmdPort={node}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket={here}/munge.socket,cred_expire=5
StateSaveLocation={here}/state
SlurmdSpoolDir={here}/spool
SlurmctldPidFile={here}/slurmctld.pid
SlurmdPidFile={here}/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_min_interval=0,batch_sched_delay=0
ReturnToService=2
KillWait=2
MinJobAge=2
MaxArraySize={array}
NodeName={host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


def missing_programs():
    return [name for name in PROGRAMS if shutil.which(name, path=PATH) is None]


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def wait_until(is_so, what, seconds=PATIENCE):
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.05)


class Cluster:
    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="banlie-slurm-")
        self.here = pathlib.Path(self.folder.name)
        self.here.chmod(0o755)  # munged wants its socket to be there for all
        self.environment = {**os.environ, "PATH": PATH, "SLURM_CONF": str(self.here / "slurm.conf")}
        self.daemons = {}
        for name in "state", "spool":
            (self.here / name).mkdir()
        key = self.here / "munge.key"
        key.touch(0o600)
        key.write_bytes(os.urandom(128))
        controller, node = free_ports(2)
        (self.here / "slurm.conf").write_text(CONFIGURATION.format(
            host=socket.gethostname().split(".")[0], controller=controller, node=node, user=getpass.getuser(),
            here=self.here, array=ARRAY_MAX), "utf-8")

    def __enter__(self):
        try:
            self.start("munged")
            wait_until((self.here / "munge.socket").exists, "munged")
            self.start("slurmctld")
            self.start("slurmd")
            wait_until(lambda: self.ask("sinfo", "-h", "-o", "%t") == "idle", "a node")
        except TimeoutError as error:
            print(*(f"{log.name}:\n{log.read_text('utf-8')}" for log in self.here.glob("*.out")), sep="\n")
            self.__exit__()
            raise error
        return self

    def __exit__(self, *_):
        if "slurmctld" in self.daemons:
            self.ask("scancel", "--user", getpass.getuser())
            end = time.monotonic() + 10
            while self.ask("squeue", "-h") and time.monotonic() < end:
                time.sleep(0.1)
        for name in reversed(list(self.daemons)):
            self.kill(name, signal.SIGTERM)
        self.folder.cleanup()

    def start(self, name):
        options = {
            "munged": ["--foreground", f"--key-file={self.here}/munge.key", f"--socket={self.here}/munge.socket",
                       f"--pid-file={self.here}/munge.pid", f"--log-file={self.here}/munge.log",
                       f"--seed-file={self.here}/munge.seed"],
            "slurmctld": ["-D", "-f", f"{self.here}/slurm.conf"],
            "slurmd": ["-D", "-f", f"{self.here}/slurm.conf"],
        }
        with open(self.here / f"{name}.out", "ab") as log:
            self.daemons[name] = subprocess.Popen([shutil.which(name, path=PATH), *options[name]], stdout=log,
                                                  stderr=log, env=self.environment, start_new_session=True)

    def kill(self, name, number=signal.SIGKILL):
        daemon = self.daemons.pop(name)
        daemon.send_signal(number)
        try:
            daemon.wait(20)
        except subprocess.TimeoutExpired:
            daemon.kill()
            daemon.wait()

    @staticmethod
    def wait_until_saved():
        """Waits until slurmctld has written down what it knows, which takes it 5 s at most: one that dies
        before knows nothing of jobs handed in and tasks begun since."""
        time.sleep(6)

    def ask(self, *words):
        """What a program of Slurm prints."""
        return subprocess.run(words, env=self.environment, text=True, capture_output=True,
                              check=False).stdout.strip()

    def is_queued(self, job):
        return self.ask("squeue", "-h", "-j", job) != ""
