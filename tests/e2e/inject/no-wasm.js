// An engine without WebAssembly, or a device whose owner switched it off.
delete window.WebAssembly;
