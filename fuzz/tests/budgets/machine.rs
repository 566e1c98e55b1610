//! A machine that runs the readers as the browser does and counts what they do.

use std::sync::LazyLock;
use wasmi::{Caller, CompilationMode, Config, Engine, Extern, ExternType, Func, Instance, Linker, Module};
use wasmi::{Store, TypedFunc, Val, WasmParams};
use xtask::compile;

/// What reading takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// Steps of the program; copying counts by its length.
    pub steps: u64,
    /// Bytes of memory, at the highest.
    pub memory: u64,
    /// Differences, problems or files that are shown.
    pub shown: usize,
}

/// It is made once for all tests.
pub static MACHINE: LazyLock<Machine> = LazyLock::new(Machine::new);

/// The program with the readers.
pub struct Machine {
    engine: Engine,
    module: Module,
}

impl Machine {
    /// Compiles the program, where it has changed, and takes it in.
    fn new() -> Self {
        let program = compile::counted().expect("the readers can be compiled");
        let engine = Engine::new(Config::default().consume_fuel(true).compilation_mode(CompilationMode::Lazy));
        let module = Module::new(&engine, &program).expect("a program");
        Self { engine, module }
    }

    /// Has a reader read an input; why it stopped, where it did.
    pub fn read(&self, reader: &str, input: &[u8]) -> Result<Taken, String> {
        let mut store = Store::new(&self.engine, ());
        store.set_fuel(u64::MAX).expect("it counts");
        let instance = self.started(&mut store);
        let arguments = [reader.as_bytes(), input].map(|bytes| handed_over(&mut store, &instance, bytes));
        let before = memory(&store, &instance);
        let fuel = store.get_fuel().expect("it counts");
        let read = exported::<(i32, i32, i32, i32)>(&store, &instance, "read_");
        let [(name, name_length), (at, length)] = arguments;
        let shown = read.call(&mut store, (name, name_length, at, length));
        let shown = shown.map_err(|error| error.to_string())?;
        let steps = fuel - store.get_fuel().expect("it counts");
        Ok(Taken { steps, memory: memory(&store, &instance) - before, shown: shown as usize })
    }

    /// The program before its first step. What it would ask of a page, it never asks here but for the time: it is 1970.
    fn started(&self, store: &mut Store<()>) -> Instance {
        let mut linker = Linker::new(&self.engine);
        for import in self.module.imports() {
            let ExternType::Func(kind) = import.ty() else { panic!("{import:?} is no function") };
            let name = import.name().to_owned();
            let answer = move |_: Caller<'_, ()>, _: &[Val], _: &mut [Val]| {
                if name.starts_with("__wbg_now_") { Ok(()) } else { Err(wasmi::Error::new(name.clone())) }
            };
            let answer = Func::new(&mut *store, kind.clone(), answer);
            linker.define(import.module(), import.name(), answer).expect("each once");
        }
        linker.instantiate_and_start(store, &self.module).expect("the program starts")
    }
}

/// Puts bytes into the program's memory, and gives their place and length.
fn handed_over(store: &mut Store<()>, instance: &Instance, bytes: &[u8]) -> (i32, i32) {
    let room = exported::<(i32, i32)>(store, instance, "__wbindgen_malloc");
    let at = room.call(&mut *store, (bytes.len() as i32, 1)).expect("room for the input");
    let memory = instance.get_export(&*store, "memory").and_then(Extern::into_memory).expect("a memory");
    memory.write(store, at as usize, bytes).expect("it fits");
    (at, bytes.len() as i32)
}

/// The function whose name begins so: the ends of some names differ with each version.
fn exported<Takes: WasmParams>(store: &Store<()>, instance: &Instance, name: &str) -> TypedFunc<Takes, i32> {
    let whole = instance.exports(store).map(|it| it.name()).find(|it| it.starts_with(name)).expect("it is there");
    instance.get_typed_func(store, whole).expect("it takes that")
}

/// How much memory the program has had so far.
fn memory(store: &Store<()>, instance: &Instance) -> u64 {
    let memory = instance.get_export(store, "memory").and_then(Extern::into_memory).expect("a memory");
    memory.data_size(store) as u64
}
