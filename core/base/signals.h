#pragma once

namespace prunescope {

/// For the first line of a program's `main`. A write that fails is then an error like any other: a closed
/// pipe and a file at its size limit end no program without a word. And a standard stream that was closed
/// when the program began is never the descriptor of one of its files: what is said there goes nowhere.
void prepareProcess();

/// While it lives, SIGINT, SIGTERM and SIGHUP end nothing: the program learns of them here, and ends in its
/// own time. Further ones do no harm. A signal that the program was told to ignore when it began (`nohup`)
/// stays ignored; only SIGINT of a job that a shell script has put in the background counts all the same,
/// because the shell does that unasked.
class StopSignals {
public:
    StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;
    /// What the signals did before is in force again.
    ~StopSignals();

    /// The first that came, 0 before. May be asked from any thread.
    int first() const;
    /// A descriptor that can be read from once a signal has come, for an event loop.
    int descriptor() const { return event_; }

    /// What a shell reports of a program that such a signal has ended.
    static int exitStatus(int signal) { return 128 + signal; }

private:
    int event_ = -1;
};

/// While it lives, SIGUSR1 ends nothing but is counted: a batch system says so that the end comes soon.
class SaveSignal {
public:
    SaveSignal();
    SaveSignal(const SaveSignal&) = delete;
    SaveSignal& operator=(const SaveSignal&) = delete;
    ~SaveSignal();

    /// How often it came so far.
    int count() const;
};

}  // namespace prunescope
